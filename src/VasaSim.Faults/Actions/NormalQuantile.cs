namespace VasaSim.Faults.Actions;

/// <summary>The quantile function of the standard normal distribution.</summary>
internal static class NormalQuantile
{
    /// <summary>
    /// The value that a share of all is below, found by bisection to twelve digits: simple, and fast enough for a call
    /// that is to wait anyway.
    /// </summary>
    public static double Of(double share)
    {
        double low = -8, high = 8;
        for (int i = 0; i < 48; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Distribution(middle) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // Abramowitz and Stegun 26.2.17, with an error below 7.5e-8.
    private static double Distribution(double x)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
