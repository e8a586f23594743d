/** A way from the guide into the application. */
export interface GuideLink {
  label: string;
  /** Address of what it opens, from `#` on. One that names a screen alone leaves the map as it is; others put theirs in its place. */
  to: string;
  /** Layers that it is of: it is not offered by an atlas that lacks one. */
  needs?: string[];
}

/** A passage of the guide, about one task. */
export interface GuideSection {
  /** Name of the passage in its page. */
  id: string;
  title: string;
  text?: string[];
  /** What to do, in order. */
  steps?: string[];
  /** An example to copy. */
  code?: string;
  links?: GuideLink[];
}

/** A page of the guide. */
export interface GuidePage {
  id: string;
  title: string;
  /** What the page is for, and for whom. */
  lead: string;
  sections: GuideSection[];
}
