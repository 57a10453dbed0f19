// How React hands over what a component was told, and the address of the calculator.

import Head from "@docusaurus/Head";

const SITE = "@SITE_URL@";
const OWN = new Set("@ATTRIBUTES@".split(","));
const LABEL = "Cardio after leg day: what should I do today?";

export default function CardioAfterLegDay(props) {
  const told = Object.entries(props).filter(([name]) => /^[a-z][a-z0-9_]*$/.test(name));
  const asked = told.filter(([name]) => !OWN.has(name)).map(([name, value]) => [name, String(value)]);
  const attributes = Object.fromEntries(
    told.map(([name, value]) => [OWN.has(name) ? name : `data-${name}`, String(value)]),
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
