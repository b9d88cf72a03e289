/**
 * Parts of the pane that its first picture does without: each is a script of its own, loaded when it is shown first, or
 * ahead of that while the page has nothing else to do. One that is loaded is shown at once, without a step in between;
 * one that cannot be loaded leaves a sentence in its place.
 */
import { Button, Text } from "@fluentui/react-components";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import { whenIdle } from "./idle";
import { useSay } from "./language";

export interface Part<P> {
  (props: P): ReactNode;
  /** Loads it before it is shown; rejects where that fails, and then it can be tried again. */
  readonly load: () => Promise<unknown>;
}

/**
 * @param load imports the part's module, whose default is the component
 * @param Waiting what stands in its place until then
 * @param suffices where it cannot be loaded, what waits says as much as it would: there is nothing to tell
 */
export function part<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  Waiting?: ComponentType<P>,
  suffices = false,
): Part<P> {
  let loaded: ComponentType<P> | undefined;
  const arrive = async (): Promise<ComponentType<P>> => {
    loaded ??= (await load()).default;
    return loaded;
  };

  function Shown(props: P): ReactNode {
    const [Component, setComponent] = useState(() => loaded);
    const [isMissing, setMissing] = useState(false);
    useEffect(() => {
      if (Component !== undefined) return undefined;
      let mounted = true;
      arrive().then(
        (component) => mounted && setComponent(() => component),
        () => mounted && setMissing(true),
      );
      return () => {
        mounted = false;
      };
    }, [Component]);
    if (Component !== undefined) return <Component {...props} />;
    return (
      <>
        {Waiting !== undefined && <Waiting {...props} />}
        {isMissing && !suffices && <Missing />}
      </>
    );
  }
  return Object.assign(Shown, { load: arrive });
}

/** Opening anew loses nothing: what was typed is kept as it is typed. */
function Missing(): ReactNode {
  const say = useSay();
  return (
    <div role="alert" className="pane-note">
      <Text>{say(T.partMissing)}</Text>
      <Button size="small" onClick={() => window.location.reload()}>
        {say(T.reload)}
      </Button>
    </div>
  );
}

/** Loads parts one after the other while the page is idle. One that fails is told where it is shown. */
export function loadAhead(parts: readonly Pick<Part<never>, "load">[]): void {
  const [next, ...later] = parts;
  if (next === undefined) return;
  void whenIdle()
    .then(next.load)
    .catch(() => undefined)
    .then(() => loadAhead(later));
}
