import type { DefineComponent } from "vue";
import type { CardioListeners, CardioOptions } from "./index.js";

export declare const CardioAfterLegDay: DefineComponent<CardioOptions & CardioListeners>;
export default CardioAfterLegDay;
