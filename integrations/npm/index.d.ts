import type { CardioDetails } from "./widget.js";
export type * from "./widget.js";

export declare const NAME: "cardio-after-leg-day";
export declare const EVENTS: (keyof CardioDetails)[];

/** Options of the element; every other name is an answer of the form, such as `goal: "fat_loss"`. */
export interface CardioOptions {
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
  /** The address of `widget.js` on your own server. */
  src?: string;
  [answer: string]: unknown;
}

export type CardioListeners = {
  [Type in keyof CardioDetails as `on${Capitalize<Type>}`]?: (detail: CardioDetails[Type]) => void;
};

/** Load the script that defines the element, once: from the site, or from an address of your own. */
export declare function load(src?: string): void;
export declare function attributes(options: CardioOptions): Record<string, string>;
export declare function link(options: CardioOptions): string;
/** The prepared answer to the usual cases; empty unless `loading` is `click`. */
export declare function preparedAnswer(options: CardioOptions): string;
export declare function label(options: CardioOptions): string;
export declare function listen(
  element: Element | null | undefined,
  listener: <Type extends keyof CardioDetails>(type: Type, detail: CardioDetails[Type]) => void,
): () => void;
