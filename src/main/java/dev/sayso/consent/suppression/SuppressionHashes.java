package dev.sayso.consent.suppression;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.person.EmailAddress;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.Channel;

/**
 * The hashes by which suppressions know addresses. SMS, calls and messengers differ in
 * what a no covers, so each channel hashes for itself.
 */
@Component
class SuppressionHashes {

	private final AddressHashes hashes;

	SuppressionHashes(AddressHashes hashes) {
		this.hashes = hashes;
	}

	/** The hash under which an address is kept now. */
	String hash(Channel channel, String address) {
		return HexFormat.of().formatHex(this.hashes.hash(content(channel, address)));
	}

	/**
	 * The hashes under which an address may be kept. Domains once were hashed as they
	 * were typed, so both ways to write one are looked for.
	 */
	Stream<String> hashes(Channel channel, String address) {
		Stream<String> spellings = (channel == Channel.EMAIL)
				? Stream.of(address, EmailAddress.ascii(address)).distinct() : Stream.of(address);
		return spellings.flatMap((spelling) -> this.hashes.hashes(content(channel, spelling)))
			.map((hash) -> HexFormat.of().formatHex(hash));
	}

	private static byte[] content(Channel channel, String address) {
		return ("suppression:" + channel.key() + ":" + address).getBytes(StandardCharsets.UTF_8);
	}

}
