package dev.sayso.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The networks that internet addresses are in, for limits and evidence.
 */
public final class Network {

	/** What no name service is asked for. */
	private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

	/** What is not routed on the internet, or not to one machine. */
	private static final Special[] SPECIAL = { Special.of(0, 0, 0, 8), Special.of(10, 0, 0, 8),
			Special.of(100, 64, 0, 10), Special.of(127, 0, 0, 8), Special.of(169, 254, 0, 16),
			Special.of(172, 16, 0, 12), Special.of(192, 0, 0, 24), Special.of(192, 0, 2, 24),
			Special.of(192, 88, 99, 24), Special.of(192, 168, 0, 16), Special.of(198, 18, 0, 15),
			Special.of(198, 51, 100, 24), Special.of(203, 0, 113, 24), Special.of(224, 0, 0, 3) };

	private Network() {
	}

	/** Whether only machines of one's own can have the address (RFC 1918, 3927, 4193). */
	public static boolean isPrivate(String address) {
		try {
			InetAddress read = InetAddress.getByName(LITERAL.matcher(address).matches() ? address : "192.0.2.0");
			return read.isLoopbackAddress() || read.isSiteLocalAddress() || read.isLinkLocalAddress()
					|| read.getAddress().length == 16 && (read.getAddress()[0] & 0xfe) == 0xfc;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/**
	 * Whether an address leads out into the internet: none of one's own machines and
	 * networks, of a carrier's, of documentation or tests, nor of groups (IANA's
	 * registries of special addresses, RFC 6890), however it is wrapped for version 6.
	 */
	public static boolean isPublic(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (bytes.length == 4) {
			return Arrays.stream(SPECIAL).noneMatch((network) -> network.contains(bytes));
		}
		if (begins(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
			return isPublic4(bytes, 12);
		}
		if (begins(bytes, 0x20, 0x02)) {
			return isPublic4(bytes, 2);
		}
		return (bytes[0] & 0xe0) == 0x20 && !begins(bytes, 0x20, 0x01, 0x0d, 0xb8) && !begins(bytes, 0x3f, 0xff)
				&& !(begins(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0);
	}

	private static boolean isPublic4(byte[] wrapped, int from) {
		byte[] bytes = Arrays.copyOfRange(wrapped, from, from + 4);
		return Arrays.stream(SPECIAL).noneMatch((network) -> network.contains(bytes));
	}

	private static boolean begins(byte[] bytes, int... prefix) {
		for (int place = 0; place < prefix.length; place++) {
			if ((bytes[place] & 0xff) != prefix[place]) {
				return false;
			}
		}
		return true;
	}

	/** A network of version 4, by its first address. */
	private record Special(int first, int bits) {

		static Special of(int one, int two, int three, int bits) {
			return new Special(one << 24 | two << 16 | three << 8, bits);
		}

		boolean contains(byte[] bytes) {
			return (ByteBuffer.wrap(bytes).getInt() ^ this.first) >>> (32 - this.bits) == 0;
		}

	}

	/**
	 * Whom a limit counts as one: an address of version 4, or a /48 of version 6, of
	 * which one line gets as many addresses as it wants.
	 */
	public static String of(String address) {
		return prefix(address, 32, 48);
	}

	/**
	 * The first address of a network, such as {@code 192.0.2.0} for a /24;
	 * {@code 0.0.0.0} of what is no address.
	 * @param bits4 how long its prefix is in version 4
	 * @param bits6 the same in version 6
	 */
	public static String prefix(String address, int bits4, int bits6) {
		try {
			byte[] bytes = InetAddress.getByName(LITERAL.matcher(address).matches() ? address : "0.0.0.0").getAddress();
			Arrays.fill(bytes, ((bytes.length == 4) ? bits4 : bits6) / 8, bytes.length, (byte) 0);
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			return HexFormat.of().toHexDigits(address.hashCode());
		}
	}

}
