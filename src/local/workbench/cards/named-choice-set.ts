import { ChoiceSetInput, type FetchedChoice } from 'adaptivecards';

/**
 * The stock renderer submits the *title* of a choice that was looked up, shows the *value* it
 * started with, and leaves its text box without a name. A class, because the renderer offers no
 * other way to put that right.
 */
export class NamedChoiceSet extends ChoiceSetInput {
  private fetched: readonly FetchedChoice[] = [];

  override renderChoices(filter: string, choices: FetchedChoice[]): void {
    this.fetched = [...this.fetched, ...choices];
    // What the card brought itself is offered already.
    const offered = new Set(this.choices.map(({ value }) => value));
    super.renderChoices(
      filter,
      choices.filter(({ value }) => !offered.has(value)),
    );
  }

  override get value(): string | undefined {
    const typed = super.value;
    if (!this.isDynamicTypeahead()) return typed;
    const known = [...this.choices, ...this.fetched];
    return known.find((one) => one.title === typed)?.value ?? typed;
  }

  override isValid(): boolean {
    return super.isValid() || this.fetched.some((one) => one.value === this.value);
  }

  protected override internalRender(): HTMLElement | undefined {
    const element = super.internalRender();
    const box = this.isDynamicTypeahead() ? element?.querySelector('input') : null;
    const first = this.choices.find((one) => one.value === this.defaultValue);
    if (box && first?.title) box.value = first.title;
    if (box) box.autocomplete = 'off';
    return element;
  }

  /** The question names the group, and each choice itself; the renderer gives the question to the first choice. */
  private nameGroup(): void {
    const control = this.renderedInputControlElement;
    const boxes = control?.querySelectorAll('input[type=radio], input[type=checkbox]') ?? [];
    const [first] = boxes;
    if (!control || !first) return;
    const question = this.getAllLabelIds();
    const own = first.getAttribute('aria-labelledby')?.split(' ') ?? [];
    first.setAttribute('aria-labelledby', own.filter((id) => !question.includes(id)).join(' '));
    control.setAttribute('role', this.isMultiSelect ? 'group' : 'radiogroup');
    control.setAttribute('aria-labelledby', question.join(' '));
  }

  protected override updateInputControlAriaLabelledBy(): void {
    super.updateInputControlAriaLabelledBy();
    this.nameGroup();
    if (!this.isDynamicTypeahead()) return;
    const control = this.renderedInputControlElement;
    const names = control?.getAttribute('aria-labelledby');
    const box = control?.querySelector('input');
    if (!control || !names || !box) return;
    // The name belongs to the box; on the wrapper, which has no role, it says nothing.
    box.setAttribute('aria-labelledby', names);
    control.removeAttribute('aria-labelledby');
  }
}
