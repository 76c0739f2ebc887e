package dev.sayso.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SecretKeys;

/**
 * Writes and reads the signed tokens of personal links and of results, each with the name
 * of its key, so that the store is never asked whether one is genuine.
 */
@Component
public class LinkToken {

	private static final int SIGNATURE = 16;

	/** How many bytes name the key that signed. */
	private static final int NAME = 4;

	private static final int LINK_LENGTH = 24;

	private static final int UNSUBSCRIBE_LENGTH = 21;

	private static final byte LINK = 1;

	private static final byte RECEIPT = 2;

	private static final byte TIME = 3;

	private static final byte AGAIN = 4;

	private static final byte UNSUBSCRIBE = 5;

	private static final byte LINK_ABOUT = 6;

	private static final byte CONFIRMATION = 7;

	private static final byte OPENINGS = 8;

	private final SecretKeys keys;

	LinkToken(SecretKeys keys) {
		this.keys = keys;
	}

	/**
	 * Whom a personal link is for.
	 *
	 * @param page the page's number
	 * @param maker the number of who made the link
	 * @param message the sender's own id of the message that carries the link; empty
	 * where none is named
	 * @param service the key of the service that a page is about which has none of its
	 * own; empty else
	 */
	public record Link(ProfileId profile, int page, int maker, String message, String service) {

		public Link(ProfileId profile, int page, int maker, String message) {
			this(profile, page, maker, message, "");
		}

	}

	/**
	 * What a link in the header of a message stops.
	 *
	 * @param purpose as the ledger calls it, such as {@code marketing.email} or
	 * {@code service.newsletter}
	 * @param maker the number of who made the link
	 * @param message the sender's own id of the message; empty where none is named
	 */
	public record Unsubscribe(ProfileId profile, int maker, String purpose, String message) {

		private static final ProfileId NOBODY = new ProfileId(new UUID(0, 0));

		/** A link that is nobody's, to see whether what is posted to it arrives. */
		public static Unsubscribe test(String message) {
			return new Unsubscribe(NOBODY, 0, "", message);
		}

		public boolean isTest() {
			return this.profile.equals(NOBODY);
		}

	}

	/**
	 * Which accepted form a result is about.
	 *
	 * @param identified whether a personal link brought it
	 */
	public record Receipt(UUID submission, boolean identified) {

	}

	public String write(Link link) {
		byte[] message = link.message().getBytes(StandardCharsets.UTF_8);
		byte[] service = link.service().getBytes(StandardCharsets.US_ASCII);
		if (service.length > 0) {
			return seal(LINK_ABOUT,
					put(ByteBuffer.allocate(LINK_LENGTH + 1 + service.length + message.length), link.profile())
						.putInt(link.page())
						.putInt(link.maker())
						.put((byte) service.length)
						.put(service)
						.put(message)
						.array());
		}
		return seal(LINK,
				put(ByteBuffer.allocate(LINK_LENGTH + message.length), link.profile()).putInt(link.page())
					.putInt(link.maker())
					.put(message)
					.array());
	}

	public Optional<Link> link(String token) {
		return open(LINK, token, LINK_LENGTH)
			.map((body) -> new Link(profile(body), body.getInt(), body.getInt(), rest(body)))
			.or(() -> open(LINK_ABOUT, token, LINK_LENGTH + 1).map(LinkToken::linkAbout));
	}

	private static Link linkAbout(ByteBuffer body) {
		ProfileId profile = profile(body);
		int page = body.getInt();
		int maker = body.getInt();
		byte[] service = new byte[Byte.toUnsignedInt(body.get())];
		body.get(service);
		return new Link(profile, page, maker, rest(body), new String(service, StandardCharsets.US_ASCII));
	}

	public String write(Unsubscribe link) {
		byte[] purpose = link.purpose().getBytes(StandardCharsets.US_ASCII);
		byte[] message = link.message().getBytes(StandardCharsets.UTF_8);
		return seal(UNSUBSCRIBE,
				put(ByteBuffer.allocate(UNSUBSCRIBE_LENGTH + purpose.length + message.length), link.profile())
					.putInt(link.maker())
					.put((byte) purpose.length)
					.put(purpose)
					.put(message)
					.array());
	}

	public Optional<Unsubscribe> unsubscribe(String token) {
		return open(UNSUBSCRIBE, token, UNSUBSCRIBE_LENGTH).map((body) -> {
			ProfileId profile = profile(body);
			int maker = body.getInt();
			byte[] purpose = new byte[Byte.toUnsignedInt(body.get())];
			body.get(purpose);
			return new Unsubscribe(profile, maker, new String(purpose, StandardCharsets.US_ASCII), rest(body));
		});
	}

	private static ByteBuffer put(ByteBuffer body, ProfileId profile) {
		return body.putLong(profile.id().getMostSignificantBits()).putLong(profile.id().getLeastSignificantBits());
	}

	private static ProfileId profile(ByteBuffer body) {
		return new ProfileId(new UUID(body.getLong(), body.getLong()));
	}

	private static String rest(ByteBuffer body) {
		return StandardCharsets.UTF_8.decode(body).toString();
	}

	public String write(Receipt receipt) {
		UUID id = receipt.submission();
		return seal(RECEIPT,
				ByteBuffer.allocate(17)
					.putLong(id.getMostSignificantBits())
					.putLong(id.getLeastSignificantBits())
					.put((byte) (receipt.identified() ? 1 : 0))
					.array());
	}

	public Optional<Receipt> receipt(String token) {
		return open(RECEIPT, token, 17)
			.map((body) -> new Receipt(new UUID(body.getLong(), body.getLong()), body.get() == 1));
	}

	/** The link by which what a form opened is undone, and no stop. */
	public String writeOpenings(UUID submission) {
		return seal(OPENINGS,
				ByteBuffer.allocate(16)
					.putLong(submission.getMostSignificantBits())
					.putLong(submission.getLeastSignificantBits())
					.array());
	}

	public Optional<UUID> openings(String token) {
		return open(OPENINGS, token, 16).map((body) -> new UUID(body.getLong(), body.getLong()));
	}

	/** The link of a mail that asks whether somebody meant what was asked for them. */
	public String writeConfirmation(UUID id) {
		return seal(CONFIRMATION,
				ByteBuffer.allocate(16)
					.putLong(id.getMostSignificantBits())
					.putLong(id.getLeastSignificantBits())
					.array());
	}

	public Optional<UUID> confirmation(String token) {
		return open(CONFIRMATION, token, 16).map((body) -> new UUID(body.getLong(), body.getLong()));
	}

	/** When a form was shown, which shows how long somebody took to fill it in. */
	public String write(long millis) {
		return seal(TIME, ByteBuffer.allocate(8).putLong(millis).array());
	}

	public Optional<Long> time(String token) {
		return open(TIME, token, 8).map(ByteBuffer::getLong);
	}

	/**
	 * What a form carries that was shown once more because it seemed sent by a machine.
	 */
	public String writeAgain(long millis) {
		return seal(AGAIN, ByteBuffer.allocate(8).putLong(millis).array());
	}

	public boolean isAgain(String token) {
		return open(AGAIN, token, 8).isPresent();
	}

	private String seal(byte kind, byte[] body) {
		byte[] signature = Arrays.copyOf(this.keys.sign(content(kind, body)), SIGNATURE);
		byte[] sealed = ByteBuffer.allocate(body.length + NAME + SIGNATURE)
			.put(body)
			.putInt(this.keys.name())
			.put(signature)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/** Tokens of before name no key: any may have signed them. */
	private Optional<ByteBuffer> open(byte kind, String token, int least) {
		ByteBuffer sealed = ByteBuffer.wrap(decode(token));
		int more = sealed.remaining() - least - SIGNATURE;
		if (more != 0 && more < NAME) {
			return Optional.empty();
		}
		byte[] body = new byte[(more == 0) ? least : least + more - NAME];
		sealed.get(body);
		byte[] content = content(kind, body);
		Stream<byte[]> expected = (more != 0) ? this.keys.signature(sealed.getInt(), content).stream()
				: this.keys.signatures(content);
		byte[] signature = new byte[SIGNATURE];
		sealed.get(signature);
		return expected.anyMatch((genuine) -> MessageDigest.isEqual(Arrays.copyOf(genuine, SIGNATURE), signature))
				? Optional.of(ByteBuffer.wrap(body)) : Optional.empty();
	}

	/**
	 * A token has one spelling only: bits that base64url leaves over are not accepted.
	 */
	private static byte[] decode(String token) {
		try {
			byte[] sealed = Base64.getUrlDecoder().decode(token);
			boolean same = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(token);
			return same ? sealed : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private static byte[] content(byte kind, byte[] body) {
		return ByteBuffer.allocate(body.length + 6)
			.put("link:".getBytes(StandardCharsets.US_ASCII))
			.put(kind)
			.put(body)
			.array();
	}

}
