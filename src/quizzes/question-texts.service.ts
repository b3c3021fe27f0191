import { Injectable } from '@nestjs/common';
import { Dictionary, type Words } from '../platform/i18n/words.js';
import { renderInline, renderMarkdown } from '../platform/markdown/render-markdown.js';

const MOST = 5000;

/** The Markdown of questions as safe HTML. The texts of a version never change, so each is rendered once. */
@Injectable()
export class QuestionTextsService {
  private readonly rendered = new Map<string, string>();
  private readonly words: Words;

  constructor(dictionary: Dictionary) {
    this.words = dictionary.in('id'); // the language of the questions, not of whoever reads them
  }

  /** Paragraphs, lists, tables. */
  block(text: string): string {
    return this.remember(`b${text}`, () => renderMarkdown(text, { words: this.words, headingShift: 2 }).html);
  }

  /** One line, such as an option. */
  inline(text: string): string {
    return this.remember(`i${text}`, () => renderInline(text, { words: this.words }));
  }

  private remember(key: string, render: () => string): string {
    const known = this.rendered.get(key);
    if (known !== undefined) return known;
    if (this.rendered.size >= MOST) this.rendered.clear();
    const html = render();
    this.rendered.set(key, html);
    return html;
  }
}
