import { x } from '#lib/tmp/x';
import { B } from '#components/ui/b';
export default function Page() { return <div className="p-4 text-red-500">{x}<B /></div>; }
