/** Types of the element `<cardio-after-leg-day>`: save this file beside your own, or name it in `types`. */

export type CardioErrorCode = "timeout" | "blocked-by-csp" | "unsupported" | "internal";

/** What shows; `outcome` is null while the reader has yet to agree that the calculator is fetched. It holds health answers. */
export interface CardioResult {
  schema: 1;
  query: string;
  outcome: string | null;
  headline?: string;
  [field: string]: unknown;
}

export interface CardioDetails {
  ready: { protocol: number; version: string };
  resize: { height: number };
  change: { query: string };
  result: CardioResult;
  /** The reader used the form for the first time. */
  start: Record<string, never>;
  /** The first answer after that. */
  complete: Record<string, never>;
  /** The reader followed a link, here without its query. */
  link: { url: string };
  export: { format: string; filename: string };
  error: { code: CardioErrorCode; message: string };
}

type Named<Mark extends string> = { [Type in keyof CardioDetails as `cardio${Mark}${Type}`]: CustomEvent<CardioDetails[Type]> };
type CardioEvents = Named<":"> & Named<"-">;

export interface CardioAfterLegDay extends HTMLElement {
  /** Settles with the first answer of the frame; rejected with a code when the frame fails. */
  ready: Promise<void>;
  set(answers: Record<string, string | number | readonly string[] | null>): void;
  getResult(): Promise<CardioResult>;
  reset(): void;
}

export interface CardioAttributes {
  theme?: "auto" | "light" | "dark";
  accent?: string;
  density?: "comfortable" | "compact";
  label?: string;
  lang?: string;
  width?: number | string;
  height?: number | string;
  hide?: string;
  fix?: string;
  loading?: "lazy" | "eager" | "click";
  id?: string;
  class?: string;
  className?: string;
  style?: any;
  children?: any;
  suppressHydrationWarning?: boolean;
  [answer: `data-${string}`]: string | number | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "cardio-after-leg-day": CardioAfterLegDay;
  }
  interface HTMLElementEventMap extends CardioEvents {}
  interface DocumentEventMap extends CardioEvents {}
  interface WindowEventMap extends CardioEvents {}
  namespace JSX {
    interface IntrinsicElements {
      "cardio-after-leg-day": CardioAttributes;
    }
  }
}
