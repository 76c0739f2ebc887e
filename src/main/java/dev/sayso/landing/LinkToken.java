package dev.sayso.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SecretKeys;
import dev.sayso.shared.TokenSeal;

/**
 * Writes and reads the signed tokens of personal links and of results, each with the name
 * of its key, so that the store is never asked whether one is genuine.
 */
@Component
public class LinkToken {

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

	/**
	 * Kinds of links that carry a generation; those made before any renewal need none.
	 */
	private static final byte LINK_RENEWED = 9;

	private static final byte UNSUBSCRIBE_RENEWED = 10;

	private final TokenSeal seal;

	LinkToken(SecretKeys keys) {
		this.seal = new TokenSeal(keys, "link:");
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
	 * @param generation how often links were renewed before; see {@link LinkGenerations}
	 */
	public record Link(ProfileId profile, int page, int maker, String message, String service, int generation) {

		public Link(ProfileId profile, int page, int maker, String message, String service) {
			this(profile, page, maker, message, service, 0);
		}

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
	 * @param generation how often the person's links were renewed before
	 */
	public record Unsubscribe(ProfileId profile, int maker, String purpose, String message, int generation) {

		private static final ProfileId NOBODY = new ProfileId(new UUID(0, 0));

		public Unsubscribe(ProfileId profile, int maker, String purpose, String message) {
			this(profile, maker, purpose, message, 0);
		}

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
		boolean renewed = link.generation() > 0;
		boolean about = renewed || service.length > 0;
		ByteBuffer body = TokenBytes
			.put(ByteBuffer
				.allocate(LINK_LENGTH + (renewed ? 4 : 0) + (about ? 1 + service.length : 0) + message.length),
					link.profile())
			.putInt(link.page())
			.putInt(link.maker());
		if (renewed) {
			body.putInt(link.generation());
		}
		if (about) {
			body.put((byte) service.length).put(service);
		}
		return this.seal.seal(renewed ? LINK_RENEWED : (about ? LINK_ABOUT : LINK), body.put(message).array());
	}

	public Optional<Link> link(String token) {
		return this.seal.open(LINK, token, LINK_LENGTH)
			.map((body) -> new Link(TokenBytes.profile(body), body.getInt(), body.getInt(), TokenBytes.rest(body)))
			.or(() -> this.seal.open(LINK_ABOUT, token, LINK_LENGTH + 1).map((body) -> linkAbout(body, false)))
			.or(() -> this.seal.open(LINK_RENEWED, token, LINK_LENGTH + 5).map((body) -> linkAbout(body, true)));
	}

	private static Link linkAbout(ByteBuffer body, boolean renewed) {
		ProfileId profile = TokenBytes.profile(body);
		int page = body.getInt();
		int maker = body.getInt();
		int generation = renewed ? body.getInt() : 0;
		String service = TokenBytes.word(body);
		return new Link(profile, page, maker, TokenBytes.rest(body), service, generation);
	}

	public String write(Unsubscribe link) {
		byte[] purpose = link.purpose().getBytes(StandardCharsets.US_ASCII);
		byte[] message = link.message().getBytes(StandardCharsets.UTF_8);
		boolean renewed = link.generation() > 0;
		ByteBuffer body = TokenBytes
			.put(ByteBuffer.allocate(UNSUBSCRIBE_LENGTH + (renewed ? 4 : 0) + purpose.length + message.length),
					link.profile())
			.putInt(link.maker());
		if (renewed) {
			body.putInt(link.generation());
		}
		return this.seal.seal(renewed ? UNSUBSCRIBE_RENEWED : UNSUBSCRIBE,
				body.put((byte) purpose.length).put(purpose).put(message).array());
	}

	public Optional<Unsubscribe> unsubscribe(String token) {
		return this.seal.open(UNSUBSCRIBE, token, UNSUBSCRIBE_LENGTH)
			.map((body) -> unsubscribe(body, false))
			.or(() -> this.seal.open(UNSUBSCRIBE_RENEWED, token, UNSUBSCRIBE_LENGTH + 4)
				.map((body) -> unsubscribe(body, true)));
	}

	private static Unsubscribe unsubscribe(ByteBuffer body, boolean renewed) {
		ProfileId profile = TokenBytes.profile(body);
		int maker = body.getInt();
		int generation = renewed ? body.getInt() : 0;
		String purpose = TokenBytes.word(body);
		return new Unsubscribe(profile, maker, purpose, TokenBytes.rest(body), generation);
	}

	public String write(Receipt receipt) {
		UUID id = receipt.submission();
		return this.seal.seal(RECEIPT,
				ByteBuffer.allocate(17)
					.putLong(id.getMostSignificantBits())
					.putLong(id.getLeastSignificantBits())
					.put((byte) (receipt.identified() ? 1 : 0))
					.array());
	}

	public Optional<Receipt> receipt(String token) {
		return this.seal.open(RECEIPT, token, 17).map((body) -> new Receipt(TokenBytes.id(body), body.get() == 1));
	}

	/** The link by which what a form opened is undone, and no stop. */
	public String writeOpenings(UUID submission) {
		return this.seal.seal(OPENINGS, TokenBytes.of(submission));
	}

	public Optional<UUID> openings(String token) {
		return this.seal.open(OPENINGS, token, 16).map((body) -> TokenBytes.id(body));
	}

	/** The link of a mail that asks whether somebody meant what was asked for them. */
	public String writeConfirmation(UUID id) {
		return this.seal.seal(CONFIRMATION, TokenBytes.of(id));
	}

	public Optional<UUID> confirmation(String token) {
		return this.seal.open(CONFIRMATION, token, 16).map((body) -> TokenBytes.id(body));
	}

	/** When a form was shown, which shows how long somebody took to fill it in. */
	public String write(long millis) {
		return this.seal.seal(TIME, TokenBytes.of(millis));
	}

	public Optional<Long> time(String token) {
		return this.seal.open(TIME, token, 8).map(ByteBuffer::getLong);
	}

	/**
	 * What a form carries that was shown once more because it seemed sent by a machine.
	 */
	public String writeAgain(long millis) {
		return this.seal.seal(AGAIN, TokenBytes.of(millis));
	}

	public boolean isAgain(String token) {
		return this.seal.open(AGAIN, token, 8).isPresent();
	}

}
