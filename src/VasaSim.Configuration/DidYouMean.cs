namespace VasaSim.Configuration;

/// <summary>Finds what may have been meant by a word that is not known. Safe for threads.</summary>
public static class DidYouMean
{
    /// <summary>The hint to put behind a message, or nothing when no candidate is close.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> candidates) =>
        Closest(word, candidates) is { } close ? $" – did you mean {close}?" : "";

    private static string? Closest(string word, IReadOnlyCollection<string> candidates)
    {
        if (!word.Any(char.IsLetter))
        {
            // Two numbers are close for no reason.
            return null;
        }

        // One mistake in a short word, up to three in a long one.
        int best = Math.Clamp(word.Length / 3, 1, 3) + 1;
        string? closest = null;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= best)
            {
                continue;
            }

            int distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best && distance < word.Length)
            {
                (best, closest) = (distance, candidate);
            }
        }

        return closest ?? (word.Length < 4
            ? null
            : candidates.FirstOrDefault(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    // Optimal string alignment: letters added, left out, exchanged, or two neighbours swapped.
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int exchange = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(exchange, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
