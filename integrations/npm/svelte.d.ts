import type { Component } from "svelte";
import type { CardioListeners, CardioOptions } from "./index.js";

export declare const CardioAfterLegDay: Component<CardioOptions & CardioListeners>;
export default CardioAfterLegDay;
