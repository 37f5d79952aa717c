using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>Proves who logs in, in one of several ways.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(LocalUserLogin), "localUser")]
[JsonDerivedType(typeof(SsoCredentialsLogin), "ssoCredentials")]
[JsonDerivedType(typeof(SsoTokenLogin), "ssoToken")]
[JsonDerivedType(typeof(VcdCredentialsLogin), "vcdCredentials")]
[JsonDerivedType(typeof(VcdCookieLogin), "vcdCookie")]
[JsonDerivedType(typeof(VcdAccessTokenLogin), "vcdAccessToken")]
internal record LoginRequest;

/// <summary>The appliance's own user.</summary>
internal sealed record LocalUserLogin(string? LocalUser, string? LocalPassword) : LoginRequest;

/// <summary>A user of the vCenter's single sign-on.</summary>
internal sealed record SsoCredentialsLogin(string? Username, string? Password, string? Principal) : LoginRequest;

/// <summary>An assertion of the vCenter's single sign-on.</summary>
internal sealed record SsoTokenLogin(string? SamlToken, long? Timestamp, string? Nonce, string? Signature, string? Principal) : LoginRequest;

/// <summary>A user of the cloud, as <c>user@org</c>.</summary>
internal sealed record VcdCredentialsLogin(string? VcdUser, string? VcdPassword) : LoginRequest;

/// <summary>A session of the cloud.</summary>
internal sealed record VcdCookieLogin(string? VcdCookie) : LoginRequest;

/// <summary>A token of the cloud.</summary>
internal sealed record VcdAccessTokenLogin(string? VcdAccessToken, string? Context) : LoginRequest;
