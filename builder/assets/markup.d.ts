/** A template whose markup esbuild puts into the script that imports it. */
declare module "*.html" {
  const markup: string;
  export default markup;
}
