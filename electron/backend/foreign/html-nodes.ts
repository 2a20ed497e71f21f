/** What readers of web pages ask of parse5's tree. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

export const isHtmlElement = (node: HtmlNode): node is HtmlElement => defaultTreeAdapter.isElementNode(node)
export const isHtmlText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => defaultTreeAdapter.isTextNode(node)

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export const childElements = (element: HtmlElement | DefaultTreeAdapterTypes.Document): HtmlElement[] => element.childNodes.filter(isHtmlElement)

/** Every element in order. An own stack: pages may nest deeper than calls can. @param enter false leaves out what is inside. */
export function visitElements(root: HtmlElement, enter: (element: HtmlElement) => boolean | void): void {
  const stack: HtmlElement[] = [root]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (enter(element) === false) continue
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index]!
      if (isHtmlElement(child)) stack.push(child)
    }
  }
}

/** The page's element; parse5 makes one always. */
export function parsePage(text: string): HtmlElement {
  return childElements(parse(text)).find((one) => one.tagName === 'html')!
}

/** Text inside, blanks as they stand. */
export function plainText(element: HtmlElement): string {
  let text = ''
  const stack: HtmlNode[] = [element]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isHtmlText(node)) text += node.value
    else if (isHtmlElement(node)) for (let index = node.childNodes.length - 1; index >= 0; index -= 1) stack.push(node.childNodes[index]!)
  }
  return text
}
