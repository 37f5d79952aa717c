namespace VasaSim.Vmodl.Vim;

/// <summary>The overall state of an inventory object as a traffic light.</summary>
[VmodlEnum(Since = "2.0")]
public enum ManagedEntityStatus
{
    [EnumText("gray")]
    Gray,

    [EnumText("green")]
    Green,

    [EnumText("yellow")]
    Yellow,

    [EnumText("red")]
    Red,
}
