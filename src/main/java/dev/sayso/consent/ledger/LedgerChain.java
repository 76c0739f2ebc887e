package dev.sayso.consent.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Sha256;

/**
 * Links a person's ledger entries so that none can be changed or left out unseen. What
 * names the person enters only as a salted commitment: when they are erased the salt
 * goes, and the chain still verifies.
 */
final class LedgerChain {

	/** The hash before a person's first entry. */
	static final String START = "0".repeat(64);

	private LedgerChain() {
	}

	/** Commits to what erasure takes away. */
	static String commitment(String salt, @Nullable Object... details) {
		return digest(salt, details);
	}

	/** Links what erasure leaves to all that came before. */
	static String link(String previous, String commitment, @Nullable Object... facts) {
		return digest(previous + commitment, facts);
	}

	static String commitment(String salt, LedgerEntry entry, @Nullable String evidence) {
		return commitment(salt, entry.profile(), entry.actor().kind(), entry.actor().id(), entry.actor().name(),
				entry.reason(), entry.source(), entry.submission(), evidence);
	}

	static String link(String previous, String commitment, LedgerEntry entry) {
		return link(previous, commitment, entry.id(), entry.at(), entry.saidAt(), entry.purpose(), entry.before(),
				entry.after(), entry.origin(), entry.own());
	}

	private static String digest(String first, @Nullable Object... rest) {
		MessageDigest digest = Sha256.digest();
		digest.update(first.getBytes(StandardCharsets.UTF_8));
		for (Object part : rest) {
			byte[] bytes = (part != null) ? part.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
			digest.update((byte) ((part != null) ? 1 : 0));
			digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
			digest.update(bytes);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

}
