/** The picture of a project or of one of its versions; an empty stage where there is none. */
import clsx from 'clsx';
import { Film } from 'lucide-react';

export function ProjectPicture({ picture, className }: { picture: string | null; className: string }) {
  return (
    <span aria-hidden="true" className={clsx('grid place-items-center overflow-hidden rounded-md bg-stage text-on-stage/50', className)}>
      {picture === null ? <Film className="size-5" /> : <img src={picture} alt="" draggable={false} className="size-full object-contain" />}
    </span>
  );
}
