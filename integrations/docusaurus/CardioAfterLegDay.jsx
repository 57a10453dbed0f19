// The properties of the component become attributes of the element, with a plain link inside.

import Head from "@docusaurus/Head";

const SITE = "@SITE_URL@";
const OWN = new Set("@ATTRIBUTES@".split(","));
const LABEL = "Cardio after leg day: what should I do today?";

export default function CardioAfterLegDay(props) {
  const given = Object.entries(props).filter(([name]) => /^[a-z][a-z0-9_]*$/.test(name));
  const asked = given.filter(([name]) => !OWN.has(name)).map(([name, value]) => [name, String(value)]);
  const attributes = Object.fromEntries(
    given.map(([name, value]) => [OWN.has(name) ? name : `data-${name}`, String(value)]),
  );
  const query = new URLSearchParams(asked).toString();
  return (
    <>
      <Head>
        <script async crossOrigin="anonymous" src={`${SITE}v1/widget.js`} />
      </Head>
      <cardio-after-leg-day suppressHydrationWarning {...attributes}>
        <a href={`${SITE}calculator/${query && `#?${query}`}`}>{props.label ?? LABEL}</a>
      </cardio-after-leg-day>
    </>
  );
}
