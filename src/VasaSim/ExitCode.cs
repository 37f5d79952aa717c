namespace VasaSim;

/// <summary>The exit codes. They are part of what scripts rely on: add, but never change one.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int Configuration = 3;
    public const int Resource = 4;
    public const int Timeout = 5;
    public const int NotVerified = 6;
    public const int Failed = 7;
    public const int NotRunning = 9;
    public const int NewerStore = 10;
    public const int Interrupted = 130;

    /// <summary>Every code and what it means; help and documentation show this.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "done; for start: stopped in good order, by SIGTERM or Ctrl-C"),
        (Unexpected, "unexpected error: a bug, or a simulator that failed inside"),
        (Usage, "wrong usage: an option, an argument or a value that is not legal"),
        (Configuration, "a lab file, rule file or tape that is not valid, or options that do not fit the stored world"),
        (Resource, "a port in use, or a certificate, file or data directory that cannot be used"),
        (Timeout, "not ready in time"),
        (NotVerified, "calls were not as journal verify expects them"),
        (Failed, "for try: some groups failed, or the server refused a call that all need"),
        (NotRunning, "no simulator answers there"),
        (NewerStore, "the stored world was written by a newer version"),
        (Interrupted, "interrupted before it was done, or by a second Ctrl-C"),
    ];
}
