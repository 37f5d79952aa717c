using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace VasaSim.Core.Certificates;

/// <summary>Keys that follow from a seed. They protect nothing: no simulated provider is ever connected to.</summary>
internal static class SeededKeys
{
    private static readonly ECDomainParameters _curve = ECDomainParameters.LookupName("P-256");

    /// <summary>The key pair of an identity.</summary>
    public static AsymmetricCipherKeyPair Of(long seed, string identity)
    {
        // From 1 to the order of the curve less one.
        BigInteger secret = new BigInteger(DerivedId.Hex($"{seed}|key|{identity}"), 16)
            .Mod(_curve.N.Subtract(BigInteger.One))
            .Add(BigInteger.One);
        return new(
            new ECPublicKeyParameters(_curve.G.Multiply(secret).Normalize(), _curve),
            new ECPrivateKeyParameters(secret, _curve));
    }
}
