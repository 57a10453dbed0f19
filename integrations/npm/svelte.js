// The widget as a component of Svelte 5.
export { default, default as CardioAfterLegDay } from "./CardioAfterLegDay.svelte";
