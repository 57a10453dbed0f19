import type { ReactElement } from "react";
import type { CardioListeners, CardioOptions } from "./index.js";

export declare function CardioAfterLegDay(props: CardioOptions & CardioListeners): ReactElement;
export default CardioAfterLegDay;
