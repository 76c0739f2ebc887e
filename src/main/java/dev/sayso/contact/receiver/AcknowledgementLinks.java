package dev.sayso.contact.receiver;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.SecretKeys;
import dev.sayso.shared.TokenSeal;

/**
 * Links by which a receiver says that it has done one change, without a token of the API.
 */
@Component
class AcknowledgementLinks {

	static final String PATH = "/hooks/acknowledgements/";

	private static final byte KIND = 1;

	private static final int LENGTH = 32;

	private final TokenSeal seal;

	private final PublicAddress address;

	AcknowledgementLinks(SecretKeys keys, PublicAddress address) {
		this.seal = new TokenSeal(keys, "hook");
		this.address = address;
	}

	/**
	 * What a link is for.
	 */
	record Ticket(UUID receiver, UUID change) {

	}

	String url(UUID receiver, UUID change) {
		byte[] body = ByteBuffer.allocate(LENGTH)
			.putLong(receiver.getMostSignificantBits())
			.putLong(receiver.getLeastSignificantBits())
			.putLong(change.getMostSignificantBits())
			.putLong(change.getLeastSignificantBits())
			.array();
		return this.address.url() + PATH + this.seal.seal(KIND, body);
	}

	Optional<Ticket> read(String token) {
		return this.seal.open(KIND, token, LENGTH)
			.map((body) -> new Ticket(new UUID(body.getLong(), body.getLong()),
					new UUID(body.getLong(), body.getLong())));
	}

}
