// The widget as a component of Vue 3: <CardioAfterLegDay goal="fat_loss" theme="auto" @start="…" />

import { defineComponent, h, onBeforeUnmount, onMounted, ref } from "vue";
import { attributes, EVENTS, label, link, listen, load, NAME, preparedAnswer } from "./index.js";

export const CardioAfterLegDay = defineComponent({
  name: "CardioAfterLegDay",
  inheritAttrs: false,
  props: { src: { type: String, default: undefined } },
  emits: EVENTS,
  setup(props, { attrs, emit }) {
    const element = ref(null);
    let stop = () => {};
    onMounted(() => {
      load(props.src);
      stop = listen(element.value, emit);
    });
    onBeforeUnmount(() => stop());
    return () =>
      h(NAME, { ref: element, ...attributes(attrs) }, [
        preparedAnswer(attrs) && h("p", preparedAnswer(attrs)),
        h("a", { href: link(attrs) }, label(attrs)),
      ]);
  },
});

export default CardioAfterLegDay;
