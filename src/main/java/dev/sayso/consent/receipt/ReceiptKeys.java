package dev.sayso.consent.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.SealedKeys;

/**
 * The key pair that signs receipts (Ed25519, RFC 8032). It lies in the store, its private
 * part sealed; the public parts of all that ever signed are published.
 */
@Component
class ReceiptKeys {

	private static final String PURPOSE = "receipt";

	private final JdbcClient jdbc;

	private final SealedKeys sealed;

	private final Audit audit;

	private final Clock clock;

	ReceiptKeys(JdbcClient jdbc, SealedKeys sealed, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.sealed = sealed;
		this.audit = audit;
		this.clock = clock;
		sealed.open(PURPOSE, () -> Pair.make().text());
	}

	/** A key as it is published. */
	record Published(PublicReceiptKey key, Instant since) {

	}

	/** The key that signs now. */
	PublicReceiptKey current() {
		return signing().key();
	}

	SignedReceipt sign(String payload) {
		Pair pair = signing();
		return SignedReceipt.of(pair.key().kid(), payload, pair::sign);
	}

	/** All that ever signed, the newest first. */
	List<Published> published() {
		return this.jdbc.sql("select public_key, created_at from receipt_key order by created_at desc, kid")
			.query((row, number) -> new Published(new PublicReceiptKey(row.getString(1)),
					row.getObject(2, OffsetDateTime.class).toInstant()))
			.list();
	}

	Optional<PublicReceiptKey> find(String kid) {
		return this.jdbc.sql("select public_key from receipt_key where kid = ?")
			.param(kid)
			.query((row, number) -> new PublicReceiptKey(row.getString(1)))
			.optional();
	}

	/** Another pair signs from now on; what was signed before stays valid. */
	@Transactional
	public void renew(Actor by) {
		Pair before = signing();
		Pair pair = Pair.make();
		publish(pair);
		this.sealed.replace(PURPOSE, pair.text());
		this.audit.write(by, "renewed", new AuditSubject("settings", "receipts", "receipts"),
				List.of(new FieldChange("receipt.key", before.key().kid(), pair.key().kid())));
	}

	/** Read each time, so that all instances sign with the newest. */
	private Pair signing() {
		Pair pair = Pair.parse(this.sealed.read(PURPOSE, () -> Pair.make().text()));
		if (find(pair.key().kid()).isEmpty()) {
			publish(pair);
		}
		return pair;
	}

	private void publish(Pair pair) {
		this.jdbc.sql("insert into receipt_key (kid, public_key, created_at) values (?, ?, ?) on conflict do nothing")
			.params(pair.key().kid(), pair.key().x(), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * @param secret the private part (PKCS #8) as base64
	 */
	private record Pair(PublicReceiptKey key, String secret) {

		static Pair make() {
			try {
				KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
				return new Pair(PublicReceiptKey.of(pair.getPublic()),
						Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		static Pair parse(String text) {
			String[] parts = text.split(" ");
			return new Pair(new PublicReceiptKey(parts[0]), parts[1]);
		}

		String text() {
			return this.key.x() + " " + this.secret;
		}

		byte[] sign(String content) {
			try {
				Signature signature = Signature.getInstance("Ed25519");
				signature.initSign(KeyFactory.getInstance("Ed25519")
					.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(this.secret))));
				signature.update(content.getBytes(StandardCharsets.US_ASCII));
				return signature.sign();
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
