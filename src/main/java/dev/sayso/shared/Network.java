package dev.sayso.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The networks that internet addresses are in, for limits and evidence.
 */
public final class Network {

	/** What no name service is asked for. */
	private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

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
