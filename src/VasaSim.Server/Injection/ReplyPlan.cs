using VasaSim.Faults.Actions;

namespace VasaSim.Server.Injection;

/// <summary>How a reply is sent that a rule meddles with.</summary>
internal sealed record ReplyPlan
{
    /// <summary>How many bytes of the body are sent before the connection ends; null: all.</summary>
    public int? Truncate { get; init; }

    /// <summary>Bytes per second, in real time; null: as fast as it goes.</summary>
    public long? Rate { get; init; }

    /// <summary>What is unusual about its bytes; null: nothing.</summary>
    public ReplySpec? Look { get; init; }

    /// <summary>A number from 0 up to 1 for what is random about its looks.</summary>
    public double Drawn { get; init; }
}
