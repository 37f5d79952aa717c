namespace VasaSim.Vmodl.Vim;

/// <summary>What happened to an object in a property filter.</summary>
[VmodlEnum(Since = "1.0")]
public enum ObjectUpdateKind
{
    [EnumText("modify")]
    Modify,

    [EnumText("enter")]
    Enter,

    [EnumText("leave")]
    Leave,
}
