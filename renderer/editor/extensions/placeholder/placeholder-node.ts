/**
 * A 待填项 in the text: one piece that is never half edited. It stays a text node, so that everything that counts
 * characters of a block (notes, search, links) goes on as before; token mode keeps it whole.
 */
import { $create, $getState, $setState, createState, TextNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical'

/** What it stands for, and the text it was made with: as soon as the two part, it is ordinary text again. */
interface Standing {
  readonly key: string
  readonly text: string
}

const standingState = createState('placeholder', {
  parse: (value): Standing => (typeof value === 'object' && value !== null && 'key' in value && 'text' in value ? { key: String(value.key), text: String(value.text) } : { key: '', text: '' }),
  isEqual: (a, b) => a === b || (a.key === b.key && a.text === b.text),
})

export class PlaceholderNode extends TextNode {
  override $config() {
    return this.config('placeholder', { extends: TextNode, stateConfigs: [{ stateConfig: standingState, flat: true }] })
  }

  getPlaceholderKey(): string {
    return $getState(this, standingState).key
  }

  /** Whether it still says what it was made with. */
  isWhole(): boolean {
    const { key, text } = $getState(this, standingState)
    return key !== '' && this.getTextContent() === text
  }

  setStanding(standing: Standing): this {
    return $setState(this, standingState, standing)
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor)
    element.classList.add('placeholder-chip')
    element.dataset['placeholder'] = this.getPlaceholderKey()
    return element
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const again = super.updateDOM(previous, element, config)
    // A change of look sets the class anew.
    if (!again) element.classList.add('placeholder-chip')
    return again || previous.getPlaceholderKey() !== this.getPlaceholderKey()
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }

  override isTextEntity(): true {
    return true
  }
}

/** @param text as it is shown, `[key]` but for drafts of another hand. */
export function $createPlaceholder(key: string, text: string): PlaceholderNode {
  return $create(PlaceholderNode).setTextContent(text).setStanding({ key, text }).setMode('token')
}

export function $isPlaceholder(node: LexicalNode | null | undefined): node is PlaceholderNode {
  return node instanceof PlaceholderNode
}
