// What the files of quiz/ agree on; only tsc reads it.

/** As it is kept: numbers of choices, or words written; [] is no answer yet. */
type VxAnswer = (number | string)[];
type VxMark = 'right' | 'almost' | 'wrong';

/** One kind of question: what differs from the others. */
interface VxKind {
  /** What is answered now. */
  read(): VxAnswer;
  /** Puts an answer, perhaps an odd one, into the form; [] empties it. */
  show(answer: VxAnswer): void;
  /** The word that asks for what is missing, or ''. */
  missing(answer: VxAnswer): string;
  /** One mark for each part that can be right or wrong. */
  mark(answer: VxAnswer): VxMark[];
  /** The right answer, as `read` would give it. */
  key(): VxAnswer;
  /** Says at each part whether it was right; `shown`: and what would have been. */
  paint(answer: VxAnswer, marks: VxMark[], shown: boolean): void;
  /** Takes that away. */
  clear(): void;
  /** The result in words. */
  words(marks: VxMark[], shown: boolean): string;
  /** Takes away what was wrong, and gives what to go to. */
  retry(answer: VxAnswer, marks: VxMark[]): HTMLElement | undefined;
  /** Whether the first answer shows all there is to see. */
  once?: boolean;
  /** Whether answers are words: those of another language, or an older spelling, stay right. */
  spelled?: boolean;
}

/** What stands in every question of a page. */
interface VxFrame {
  quiz: HTMLElement;
  form: HTMLFormElement;
  /** All that gives the answer away. */
  answer: HTMLElement;
  /** What is shown of each choice or part: `li[data-choice]`. */
  items: HTMLElement[];
  item(choice: number | string): HTMLElement | undefined;
  /** The lesson that may keep answers, or null. */
  lesson: HTMLElement | null;
  actions: HTMLElement;
  main: HTMLButtonElement;
  extra: HTMLButtonElement;
  result: HTMLElement;
  /** What is kept, and whether it was right then. */
  recall(): { c: VxAnswer, ok?: boolean };
  keep(answer: VxAnswer, ok: boolean): void;
}

/** A question that has been promoted. */
interface VxControl {
  scored: boolean;
  /** The right answer, as it would be kept. */
  key(): VxAnswer;
  /** Whether anything is missing. */
  full(): boolean;
  /** What is answered now. */
  read(): VxAnswer;
  /** Into a test, where nothing is told, with what was answered in it; and out of it again. */
  test(on: boolean, answer?: VxAnswer): void;
  /** Answers for good: 'right', 'partly', 'wrong', or 'none' without an answer. */
  finish(): string;
}

interface VxQuizTools {
  kinds: Record<string, (frame: VxFrame) => VxKind>;
  /** Kinds without a score, which see to themselves. */
  loose: Record<string, (frame: VxFrame) => void>;
  frame(quiz: HTMLElement): VxFrame;
  note(frame: VxFrame, field: HTMLElement, place: Element, mark: VxMark, word: string, text?: Node | null): void;
  clear(frame: VxFrame): void;
  /** What an element says, its pictures too. */
  text(element: Element): string;
  grade(marks: VxMark[]): 'right' | 'partly' | 'wrong';
  /** `chosen`: by whoever woke it, just now. */
  control(frame: VxFrame, chosen: boolean): VxControl;
  /** Promotes all questions that still wait. */
  flush(): void;
  of(quiz: Element): VxControl | undefined;
  count(lesson: HTMLElement | null): void;
  scored(lesson: Element): HTMLElement[];
  parts(frame: VxFrame, place: (field: HTMLElement) => Element, field: (at: number) => HTMLElement):
    Pick<VxKind, 'clear' | 'paint' | 'words'>;
  /** Begins a test or stops it; `offer`: lets one that is under way be gone on with. */
  selfTest(button: HTMLButtonElement, message: HTMLElement, offer?: boolean): void;
  /** For the projector: the right answer of a question, as it would be kept. */
  answerOf(quiz: HTMLElement): VxAnswer;
}
