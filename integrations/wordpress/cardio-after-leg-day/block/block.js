// The block in the editor: its choices, and the live frame as a preview. The page itself is written by the plugin.
(({ blocks, blockEditor, components, element, i18n }, settings) => {
  const { createElement: el, Fragment } = element;
  const { __ } = i18n;
  const AUTO = { label: __("As the page", "cardio-after-leg-day"), value: "auto" };
  const LIGHT = { label: __("Light", "cardio-after-leg-day"), value: "light" };
  const DARK = { label: __("Dark", "cardio-after-leg-day"), value: "dark" };
  const NEAR = { label: __("When readers come near it", "cardio-after-leg-day"), value: "" };
  const CLICK = { label: __("After a click", "cardio-after-leg-day"), value: "click" };
  const BY_WIDTH = { label: __("By width", "cardio-after-leg-day"), value: "" };
  const COMFORTABLE = { label: __("Comfortable", "cardio-after-leg-day"), value: "comfortable" };
  const COMPACT = { label: __("Compact", "cardio-after-leg-day"), value: "compact" };

  const address = ({ query, theme, accent, density }) => {
    const look = Object.entries({ theme, accent, density }).filter(([, value]) => value);
    return `${settings.frame}?${new URLSearchParams([...new URLSearchParams(query), ...look])}`;
  };

  const choice = (props, name, label, options) =>
    el(components.SelectControl, {
      label,
      options,
      value: props.attributes[name],
      onChange: (value) => props.setAttributes({ [name]: value }),
    });

  const text = (props, name, label, help) =>
    el(components.TextControl, {
      label,
      help,
      value: props.attributes[name],
      onChange: (value) => props.setAttributes({ [name]: value }),
    });

  const panel = (props) =>
    el(
      components.PanelBody,
      { title: __("Calculator", "cardio-after-leg-day") },
      choice(
        props,
        "query",
        __("Starts with", "cardio-after-leg-day"),
        settings.presets.map(({ name, query }) => ({ label: name, value: query })),
      ),
      choice(props, "theme", __("Colours", "cardio-after-leg-day"), [AUTO, LIGHT, DARK]),
      choice(props, "density", __("Density", "cardio-after-leg-day"), [BY_WIDTH, COMFORTABLE, COMPACT]),
      choice(props, "loading", __("Loads", "cardio-after-leg-day"), [NEAR, CLICK]),
      text(props, "accent", __("Accent", "cardio-after-leg-day"), "#0a5a49"),
      text(props, "label", __("Title of the frame", "cardio-after-leg-day")),
    );

  blocks.registerBlockType("cardio-after-leg-day/calculator", {
    edit: (props) =>
      el(
        Fragment,
        null,
        el(blockEditor.InspectorControls, null, panel(props)),
        el(
          "div",
          blockEditor.useBlockProps(),
          el("iframe", {
            src: address(props.attributes),
            title: props.attributes.label || __("Cardio after leg day calculator", "cardio-after-leg-day"),
            width: "100%",
            height: 640,
            frameBorder: 0,
          }),
        ),
      ),
    save: () => null,
  });
})(window.wp, window.cardioAfterLegDay);
