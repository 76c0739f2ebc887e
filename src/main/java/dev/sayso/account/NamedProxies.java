package dev.sayso.account;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.catalina.util.NetMask;
import org.apache.catalina.util.NetMaskSet;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Settings;

/**
 * The proxies before this deployment, by their networks (CIDR, RFC 4632), as Settings
 * name them; none unless told. What they forward of whom is believed, and of nobody else.
 */
@Component
public class NamedProxies {

	public static final String SETTING = "general.proxies";

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Pattern NETWORK = Pattern
		.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

	private final Settings settings;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile long askAgain = System.nanoTime();

	/** Null until the store has been asked once. */
	private volatile @Nullable Known known;

	NamedProxies(Settings settings) {
		this.settings = settings;
	}

	/** The networks, separated by commas; those known last while the store is away. */
	public String networks() {
		return known().networks();
	}

	public boolean contains(String address) {
		try {
			return known().masks().contains(address);
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/** The networks in what was typed, each with the length of its prefix. */
	public static String read(String typed) {
		return entries(typed)
			.map((entry) -> entry.contains("/") ? entry : entry + (entry.contains(":") ? "/128" : "/32"))
			.collect(Collectors.joining(", "));
	}

	/** The first entry that is no network, or is the whole internet. */
	public static Optional<String> fault(String typed) {
		return entries(typed).filter((entry) -> !isNetwork(entry)).findFirst();
	}

	private static boolean isNetwork(String entry) {
		try {
			new NetMask(entry);
			return NETWORK.matcher(entry).matches() && !entry.endsWith("/0");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static Stream<String> entries(String typed) {
		return Stream.of(typed.split("[,;\\s]+")).filter((entry) -> !entry.isEmpty());
	}

	/**
	 * Asked by every request, so that one of them at most waits for a store that is away,
	 * and none for a while after. Only the first answer is waited for by all.
	 */
	private Known known() {
		Known before = this.known;
		if (before == null) {
			this.asking.lock();
		}
		else if (System.nanoTime() - this.askAgain < 0 || !this.asking.tryLock()) {
			return before;
		}
		try {
			return ask(this.known);
		}
		finally {
			this.asking.unlock();
		}
	}

	private Known ask(@Nullable Known before) {
		Known now = before;
		try {
			String networks = this.settings.get(SETTING, "");
			if (before == null || !networks.equals(before.networks())) {
				now = Known.of(networks);
			}
		}
		catch (DataAccessException ex) {
			this.askAgain = System.nanoTime() + PAUSE.toNanos();
		}
		this.known = (now != null) ? now : Known.of("");
		return this.known;
	}

	private record Known(String networks, NetMaskSet masks) {

		static Known of(String networks) {
			NetMaskSet masks = new NetMaskSet();
			entries(networks).forEach(masks::add);
			return new Known(networks, masks);
		}

	}

}
