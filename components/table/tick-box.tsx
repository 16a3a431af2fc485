/** The check box of a row or of the head. Its label fills the cell, so that the whole cell is the target. */
export function TickBox(props: {
  label: string;
  checked: boolean;
  mixed?: boolean;
  onToggle: (range: boolean) => void;
}) {
  const { mixed = false, checked } = props;
  return (
    <label className="absolute inset-0 grid place-items-center">
      <input
        type="checkbox"
        className="check m-0"
        aria-label={props.label}
        ref={(box) => {
          if (box) box.indeterminate = mixed && !checked;
        }}
        checked={checked}
        onChange={({ nativeEvent }) =>
          props.onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}
