using System.Globalization;
using VasaSim.Configuration.Shapes;
using VasaSim.Faults.Actions;

namespace VasaSim.Faults.Rules;

/// <summary>How rules are written: the one description that the reader, the writer and the JSON schema follow.</summary>
public static class RuleShapes
{
    private const int Longest = 64;
    private const string Connect = "connect";

    private static readonly Shape<CallCounts> _counts = ShapeOf.Parsed<CallCounts>(
        CallCounts.Legal, CallCounts.Pattern, static t => CallCounts.Parse(t) is { } c ? (true, c) : (false, null), static c => c.Text, min: 1);

    private static readonly Shape<IReadOnlyDictionary<string, Glob>> _labels = new LabelShape(GlobShapes.One);

    private static readonly Shape<int> _index = ShapeOf.Parsed(
        "first, last or a number from 0",
        "^(first|last|[0-9]+)$",
        static t => t == "first" ? (true, 0) : t == "last" ? (true, -1) : (int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out int n), n),
        static i => i == -1 ? "last" : i.ToString(CultureInfo.InvariantCulture),
        min: 0);

    private static readonly Shape<int> _pick = ShapeOf.Parsed(
        "random, or a number from 1",
        "^(random|[1-9][0-9]*)$",
        static t => t == "random" ? (true, 1) : (int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0, n),
        static i => i.ToString(CultureInfo.InvariantCulture),
        min: 1);

    private static readonly Shape<GroupMatch> _groups = new ObjectShape<GroupMatch>("groups", new Keys<GroupMatch>()
        .Add("id", GlobShapes.Many, g => g.Id, (g, v) => g with { Id = v }, "Device group ids, or faultDomain/id, with * and ?.")
        .Add("label", _labels, g => g.Label, (g, v) => g with { Label = v }, "Labels that the lab gives the group: tier=gold, or tier: gold.")
        .Add("state", ShapeOf.OneOrMany(ShapeOf.Word("SOURCE", "TARGET", "INTEST", "FAILEDOVER", "REMOTE_FAILEDOVER")), g => g.State, (g, v) => g with { State = v }, "Replication states.")
        .Add("index", ShapeOf.OneOrMany(_index), g => g.Index, (g, v) => g with { Index = v }, "Positions in the call: first, last, or a number from 0.")
        .Add("pick", _pick, g => g.Pick, (g, v) => g with { Pick = v }, "How many of the groups that meet the conditions are drawn; random means 1.")
        .Add("count", ShapeOf.Whole(0), g => g.Count, (g, v) => g with { Count = v }, "The call has exactly so many groups.")
        .Add("over", ShapeOf.Whole(0), g => g.Over, (g, v) => g with { Over = v }, "The call has more groups than this.")
        .Add("under", ShapeOf.Whole(1), g => g.Under, (g, v) => g with { Under = v }, "The call has fewer groups than this.")
        .Add("pitsOver", ShapeOf.Whole(0), g => g.PitsOver, (g, v) => g with { PitsOver = v }, "The group has more point-in-time replicas than this."));

    private static readonly Shape<bool> _linkState = ShapeOf.Choice(("up", true), ("down", false));

    private static readonly Shape<LinkMatch> _link = new ObjectShape<LinkMatch>("link", new Keys<LinkMatch>()
        .Add("ends", ShapeOf.List(ShapeOf.Text), l => l.Ends, (l, v) => l with { Ends = v }, "The two fault domains or clouds; without them the link of any group of the call.")
        .Add("state", _linkState, l => l.Up, (l, v) => l with { Up = v }, "up or down.", required: true))
    {
        Short = ShapeOf.As(_linkState, up => new LinkMatch { Up = up }, l => l.Up == true),
        IsShort = l => l.Ends is null,
        Check = l => l.Ends is null or { Count: 2 } ? null : "ends are two fault domains or two clouds",
    };

    private static readonly Shape<Match> _match = new ObjectShape<Match>("match", new Keys<Match>()
        .Add("face", ShapeOf.OneOrMany(ShapeOf.Word("sms", "vim", "vcda", "srm")), m => m.Face, (m, v) => m with { Face = v }, "The API.")
        .Add("operation", GlobShapes.Many, m => m.Operation, (m, v) => m with { Operation = v }, "Wire names of operations, with * and ?.")
        .Add("kind", ShapeOf.OneOrMany(ShapeOf.Choice(("query", OperationKind.Query), ("task", OperationKind.Task), ("lifeCycle", OperationKind.LifeCycle), ("session", OperationKind.Session))), m => m.Kind, (m, v) => m with { Kind = v }, "query asks, task is a replication task, lifeCycle is about a provider's life, session is login and logout.")
        .Add("site", GlobShapes.Many, m => m.Site, (m, v) => m with { Site = v }, "The provider's site; for calls of vcda the cloud, for those of srm the site whose server the path names, or the one that answers.")
        .Add("provider", GlobShapes.Many, m => m.Provider, (m, v) => m with { Provider = v }, "The provider's id or name.")
        .Add("groups", _groups, m => m.Groups, (m, v) => m with { Groups = v }, "The replication groups of the call.")
        .Add("user", GlobShapes.Many, m => m.User, (m, v) => m with { User = v }, "The session's user.")
        .Add("client", GlobShapes.Many, m => m.Client, (m, v) => m with { Client = v }, "The user agent.")
        .Add("protocol", ShapeOf.OneOrMany(ShapeOf.Word("soap", "json", "rest")), m => m.Protocol, (m, v) => m with { Protocol = v }, "The protocol.")
        .Add("header", ShapeOf.Map(GlobShapes.One), m => m.Header, (m, v) => m with { Header = v }, "Headers of the HTTP request, by name.")
        .Add("link", _link, m => m.Link, (m, v) => m with { Link = v }, "The state of a link: up or down."));

    private static readonly Shape<TimeWindow> _window = new ObjectShape<TimeWindow>("window", new Keys<TimeWindow>()
        .Add("after", ShapeOf.Duration, w => w.After, (w, v) => w with { After = v }, "Begins so long after the rule was added, in simulated time.")
        .Add("for", ShapeOf.Duration, w => w.For, (w, v) => w with { For = v }, "Lasts so long.")
        .Add("from", ShapeOf.Time, w => w.From, (w, v) => w with { From = v }, "Begins at this simulated time.")
        .Add("until", ShapeOf.Time, w => w.Until, (w, v) => w with { Until = v }, "Has ended at this simulated time."));

    private static readonly Shape<When> _when = new ObjectShape<When>("when", new Keys<When>()
        .Add("calls", _counts, w => w.Calls, (w, v) => w with { Calls = v }, "Numbers of the matching calls: 2, 1-2, 3-.")
        .Add("every", ShapeOf.Whole(1), w => w.Every, (w, v) => w with { Every = v }, "Every nth matching call.")
        .Add("chance", ShapeOf.Number(0, 1), w => w.Chance, (w, v) => w with { Chance = v }, "How likely; drawn from the seed, the rule, the key and the number of the call for that key.")
        .Add("key", ShapeOf.List(ShapeOf.Choice(("operation", KeyPart.Operation), ("group", KeyPart.Group), ("provider", KeyPart.Provider), ("site", KeyPart.Site), ("user", KeyPart.User), ("client", KeyPart.Client), ("session", KeyPart.Session), ("protocol", KeyPart.Protocol))), w => w.Key, (w, v) => w with { Key = v }, "What is counted and drawn for each value of; with chance [operation, group] unless given, otherwise nothing.")
        .Add("window", _window, w => w.Window, (w, v) => w with { Window = v }, "A window of simulated time."));

    private static readonly Shape<CallPhase> _phases = ShapeOf.Choice(
        ("beforeValidation", CallPhase.BeforeValidation),
        ("afterValidation", CallPhase.AfterValidation),
        ("afterCommit", CallPhase.AfterCommit),
        ("duringReply", CallPhase.DuringReply));

    /// <summary>The word for a point of a call.</summary>
    public static string Word(CallPhase phase) => phase == CallPhase.Connect ? Connect : _phases.Write(phase)!.GetValue<string>();

    /// <summary>The point of a call by its word.</summary>
    /// <exception cref="ArgumentException">There is none such.</exception>
    public static CallPhase PhaseOf(string word) => TryPhaseOf(word, out CallPhase phase)
        ? phase
        : throw new ArgumentException($"No point of a call is called '{word}'.", nameof(word));

    /// <summary>The point of a call by its word; false when there is none such.</summary>
    public static bool TryPhaseOf(string word, out CallPhase phase)
    {
        CallPhase[] all = [.. Enum.GetValues<CallPhase>().Where(p => Word(p) == word)];
        phase = all.FirstOrDefault();
        return all.Length > 0;
    }

    /// <summary>The word for the shape of a fault.</summary>
    public static string Word(FaultShape shape) => ActionShapes.FaultShapes.Write(shape)!.GetValue<string>();

    /// <summary>The limits of rules.</summary>
    public static Shape<RuleLimits> Limits { get; } = new ObjectShape<RuleLimits>("limits", new Keys<RuleLimits>()
        .Add("maxHits", ShapeOf.Whole(1), l => l.MaxHits, (l, v) => l with { MaxHits = v }, "The rule is spent after so many hits.")
        .Add("ttl", ShapeOf.Duration, l => l.Ttl, (l, v) => l with { Ttl = v }, "The rule is spent so long after it was added, in simulated time."));

    /// <summary>One rule.</summary>
    public static Shape<Rule> Rule { get; } = new ObjectShape<Rule>("a rule", new Keys<Rule>()
        .Add("id", ShapeOf.TextOf($"an id of up to {Longest} letters, digits, - _ and .", static t => t.Length <= Longest && t.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'), "^[A-Za-z0-9._-]{1,64}$"), r => r.Id.Length > 0 ? r.Id : null, (r, v) => r with { Id = v }, "The name of the rule; r1, r2 … unless given.")
        .Add("description", ShapeOf.Text, r => r.Description, (r, v) => r with { Description = v }, "What it is for.")
        .Add("enabled", ShapeOf.Flag, r => r.Enabled ? null : false, (r, v) => r with { Enabled = v }, "Whether it is in force; true unless given.")
        .Add("priority", ShapeOf.Whole(-1000, 1000), r => r.Priority == 0 ? null : r.Priority, (r, v) => r with { Priority = v }, "Higher ones are asked first; 0 unless given.")
        .Add("match", _match, r => r.Match == new Match() ? null : r.Match, (r, v) => r with { Match = v }, "Which calls; all of them unless given.")
        .Add("when", _when, r => r.When == new When() ? null : r.When, (r, v) => r with { When = v }, "Which of the matching calls; all of them unless given.")
        .Add("at", _phases, r => r.At, (r, v) => r with { At = v }, "At which point of the call; what suits the action unless given.")
        .Add("do", ActionShapes.Action, r => r.Do, (r, v) => r with { Do = v }, "What happens.", required: true)
        .Add("continue", ShapeOf.Flag, r => r.Continue ? true : null, (r, v) => r with { Continue = v }, "Whether the rules after it are asked too; false unless given.")
        .Add("allowIllegal", ShapeOf.Flag, r => r.AllowIllegal ? true : null, (r, v) => r with { AllowIllegal = v }, "Whether it may raise what the operation does not have; false unless given.")
        .Add("limits", Limits, r => r.Limits, (r, v) => r with { Limits = v }, "When it is spent by itself."))
    {
        Check = RuleChecks.ProblemOf,
    };

    /// <summary>A whole rule file.</summary>
    public static Shape<RuleSet> Set { get; } = new ObjectShape<RuleSet>("a rule file", new Keys<RuleSet>()
        .Add("version", ShapeOf.Whole(1, 1), s => s.Version, (s, v) => s with { Version = v }, "The version of the format: 1.", required: true)
        .Add("seed", ShapeOf.Long, s => s.Seed, (s, v) => s with { Seed = v }, "What chance is drawn from; the seed of the world unless given.")
        .Add("limits", Limits, s => s.Limits, (s, v) => s with { Limits = v }, "Limits of every rule that has none of its own.")
        .Add("rules", ShapeOf.List(Rule), s => s.Rules, (s, v) => s with { Rules = v }, "The rules.", required: true));
}
