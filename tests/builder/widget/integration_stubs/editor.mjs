// Just enough of WordPress's editor to show a block once, and to tell what it shows.

const createElement = (type, props, ...children) => ({ type, props: props ?? {}, children: children.flat() });

const all = (element) => (element?.type ? [element, ...element.children.flatMap(all)] : []);

/** What a block gives for its attributes: the frame, the first list of options, and what it saves. */
export const edited = async (file, frame, attributes) => {
  const found = {};
  const components = { PanelBody: "panel", SelectControl: "select", TextControl: "text" };
  globalThis.window = globalThis;
  globalThis.cardioAfterLegDay = { frame, presets: ["Any reader", "Another"].map((name) => ({ name, query: name })) };
  globalThis.wp = {
    blocks: { registerBlockType: (name, block) => Object.assign(found, { name, block }) },
    blockEditor: { InspectorControls: "controls", useBlockProps: () => ({}) },
    components,
    element: { createElement, Fragment: "fragment" },
    i18n: { __: (text) => text },
  };
  await import(file);
  const shown = all(found.block.edit({ attributes, setAttributes: () => {} }));
  const options = shown.find(({ type }) => type === "select").props.options.map(({ label }) => label);
  const { props: iframe } = shown.find(({ type }) => type === "iframe");
  return { name: found.name, iframe, options, saved: found.block.save() };
};
