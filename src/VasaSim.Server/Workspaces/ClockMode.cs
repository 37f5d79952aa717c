using System.Globalization;

namespace VasaSim.Server.Workspaces;

/// <summary>How simulated time passes: like real time, not at all, or faster or slower.</summary>
/// <param name="Scale">Simulated seconds in a real one; 0 is frozen.</param>
public readonly record struct ClockMode(double Scale)
{
    /// <summary>The largest <see cref="Scale"/>.</summary>
    public const double MaxScale = 1_000_000;

    /// <summary>Like real time.</summary>
    public static ClockMode Real => new(1);

    /// <summary>Time stands still until it is advanced.</summary>
    public static ClockMode Frozen => new(0);

    /// <summary>Whether time stands still.</summary>
    public bool IsFrozen => Scale == 0;

    /// <summary>Reads <c>real</c>, <c>frozen</c> or <c>xN</c> with a positive number N.</summary>
    public static bool TryParse(string? text, out ClockMode mode)
    {
        mode = Real;
        switch (text)
        {
            case "real":
                return true;
            case "frozen":
                mode = Frozen;
                return true;
            case ['x', .. var factor] when double.TryParse(factor, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double scale)
                && scale is > 0 and <= MaxScale:
                mode = new ClockMode(scale);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Scale switch
    {
        0 => "frozen",
        1 => "real",
        _ => string.Create(CultureInfo.InvariantCulture, $"x{Scale}"),
    };
}
