package dev.sayso.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.person.EmailAddress;
import dev.sayso.shared.AddressHashes;
import dev.sayso.shared.TimeFormat;

/**
 * Limits the mails that a stranger can have sent to an address, per day and for all
 * instances together: the store counts them by a keyed hash of the address.
 */
@Component
public class MailLimit {

	private final JdbcClient jdbc;

	private final AddressHashes hashes;

	private final Clock clock;

	private final TimeFormat times;

	private final int daily;

	MailLimit(JdbcClient jdbc, AddressHashes hashes, Clock clock, TimeFormat times,
			@Value("${sayso.mail.daily:3}") int daily) {
		this.jdbc = jdbc;
		this.hashes = hashes;
		this.clock = clock;
		this.times = times;
		this.daily = daily;
	}

	/** How many mails a day there are for one address. */
	public int daily() {
		return this.daily;
	}

	/** How many mails a day tell one address what was done there by a personal link. */
	private static final int TOLD = 20;

	/**
	 * Takes one of the day's mails to an address that tell what was done by a personal
	 * link, within the caller's transaction.
	 * @return whether there was one left
	 */
	@Transactional
	public boolean takeToTell(String address) {
		return take("told:", address, TOLD);
	}

	/**
	 * Takes one of the day's mails to an address, within the caller's transaction.
	 * @return whether there was one left
	 */
	@Transactional
	public boolean take(String address) {
		return take("mail:", address, this.daily);
	}

	/**
	 * Takes one of the day's mails to an address that bring a personal link, within the
	 * caller's transaction.
	 * @return whether there was one left
	 */
	@Transactional
	public boolean takeForLink(String address) {
		return take("link:", address, this.daily);
	}

	private boolean take(String kind, String address, int most) {
		String hash = HexFormat.of()
			.formatHex(this.hashes.hash((kind + EmailAddress.normalize(address)).getBytes(StandardCharsets.UTF_8)));
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		if (count(hash, day, most)) {
			return true;
		}
		this.jdbc.sql("insert into mail_count (hash, sent_on, mails) values (?, ?, 0) on conflict do nothing")
			.params(hash, day)
			.update();
		return count(hash, day, most);
	}

	private boolean count(String hash, LocalDate day, int most) {
		return this.jdbc.sql("update mail_count set mails = mails + 1 where hash = ? and sent_on = ? and mails < ?")
			.params(hash, day, most)
			.update() > 0;
	}

	void forgetOld() {
		this.jdbc.sql("delete from mail_count where sent_on < ?")
			.param(LocalDate.ofInstant(this.clock.instant(), this.times.zone()).minusDays(1))
			.update();
	}

}
