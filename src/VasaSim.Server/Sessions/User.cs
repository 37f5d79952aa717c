using System.Collections.Frozen;

namespace VasaSim.Server.Sessions;

/// <summary>Somebody who may log in.</summary>
/// <param name="Name">The name with its domain, compared without case.</param>
/// <param name="FullName">The name for people.</param>
/// <param name="Password">The password.</param>
/// <param name="Privileges">What the user may do.</param>
public sealed record User(string Name, string FullName, string Password, FrozenSet<string> Privileges);
