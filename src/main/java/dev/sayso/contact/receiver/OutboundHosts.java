package dev.sayso.contact.receiver;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.hc.client5.http.DnsResolver;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Network;
import dev.sayso.shared.Settings;

/**
 * Where webhooks may go: to the internet, and to those of one's own machines that
 * Settings name. A name is resolved once for each connection, which then goes to the
 * address that was checked: what the name means a moment later does not matter.
 */
@Component
class OutboundHosts implements DnsResolver {

	static final String SETTING = "receivers.hosts";

	private static final String HTTPS = "https";

	private final Settings settings;

	OutboundHosts(Settings settings) {
		this.settings = settings;
	}

	/** A name leads where no webhook may go. */
	static final class ForbiddenHostException extends UnknownHostException {

		private static final long serialVersionUID = 1L;

	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = InetAddress.getAllByName(host);
		if (!isNamed(host) && !Arrays.stream(addresses).allMatch(Network::isPublic)) {
			throw new ForbiddenHostException();
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** The hosts that are let through whatever they are, in lower case. */
	List<String> named() {
		return this.settings.get(SETTING, "").lines().filter((line) -> !line.isBlank()).toList();
	}

	private boolean isNamed(String host) {
		return named().contains(host.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether something typed can be the address of a webhook: {@code https}, or
	 * {@code http} to a host that Settings name.
	 */
	boolean isAddress(String typed) {
		try {
			URI uri = new URI(typed);
			String host = uri.getHost();
			return host != null && uri.getUserInfo() == null && uri.getFragment() == null
					&& Set.of(HTTPS, "http").contains(String.valueOf(uri.getScheme()))
					&& (HTTPS.equals(uri.getScheme()) || isNamed(host));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
