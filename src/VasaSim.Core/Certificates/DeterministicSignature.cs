using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Signers;

namespace VasaSim.Core.Certificates;

/// <summary>ECDSA with SHA-256 whose one free number follows from key and message (RFC 6979) instead of chance.</summary>
internal sealed class DeterministicSignature(AsymmetricKeyParameter key) : ISignatureFactory
{
    public object AlgorithmDetails => new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha256);

    public IStreamCalculator<IBlockResult> CreateCalculator()
    {
        DsaDigestSigner signer = new(new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest())), new Sha256Digest());
        signer.Init(forSigning: true, key);
        return new DefaultSignatureCalculator(signer);
    }
}
