namespace VasaSim.Vmodl.Vim;

/// <summary>What happened to a property.</summary>
[VmodlEnum(Since = "1.0")]
public enum PropertyChangeOp
{
    [EnumText("add")]
    Add,

    [EnumText("remove")]
    Remove,

    [EnumText("assign")]
    Assign,

    [EnumText("indirectRemove")]
    IndirectRemove,
}
