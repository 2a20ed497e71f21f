/** A fingerprint as it is read out on the telephone: eight groups of four, each told apart. */
export function Fingerprint({ value }: { readonly value: string }) {
  return <span className="fingerprint" aria-label={value}>{value.split(' ').map((group, index) => <code key={index}>{group}</code>)}</span>
}
