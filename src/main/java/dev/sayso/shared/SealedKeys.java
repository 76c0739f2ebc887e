package dev.sayso.shared;

import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys that the store keeps, each sealed by the deployment's first secret, and sealed
 * anew when another becomes the first.
 */
@Component
public class SealedKeys {

	private final JdbcClient jdbc;

	private final SecretKeys secrets;

	SealedKeys(JdbcClient jdbc, SecretKeys secrets) {
		this.jdbc = jdbc;
		this.secrets = secrets;
	}

	/**
	 * The key of a purpose, sealed anew where another secret became the first. Where
	 * there is none it is made; of two that start at once, one makes it.
	 * @throws StartupException where none of the secrets opens it
	 */
	public String open(String purpose, Supplier<String> make) {
		String sealed = find(purpose, make);
		String opened = unseal(sealed);
		if (!this.secrets.isSealedByTheFirst(sealed)) {
			this.jdbc.sql("update sealed_key set sealed = ? where purpose = ? and sealed = ?")
				.params(this.secrets.seal(opened), purpose, sealed)
				.update();
		}
		return opened;
	}

	/**
	 * The same as it is now, another instance's perhaps, and left as it is sealed: while
	 * secrets are replaced, instances differ in which is the first.
	 */
	public String read(String purpose, Supplier<String> make) {
		return unseal(find(purpose, make));
	}

	private String find(String purpose, Supplier<String> make) {
		return sealed(purpose).orElseGet(() -> make(purpose, make.get()));
	}

	private String unseal(String sealed) {
		return this.secrets.open(sealed)
			.orElseThrow(
					() -> new StartupException("The keys in SAYSO_SECRET_KEY (without it, in the file secret.key of"
							+ " the data folder) do not open this store: list the one it was started with before behind them."));
	}

	/** Puts another key in the place of the one that a purpose has. */
	public void replace(String purpose, String key) {
		this.jdbc.sql("update sealed_key set sealed = ? where purpose = ?")
			.params(this.secrets.seal(key), purpose)
			.update();
	}

	/** Forgets the key of a purpose. */
	public void forget(String purpose) {
		this.jdbc.sql("delete from sealed_key where purpose = ?").param(purpose).update();
	}

	private String make(String purpose, String key) {
		this.jdbc.sql("insert into sealed_key (purpose, sealed) values (?, ?) on conflict do nothing")
			.params(purpose, this.secrets.seal(key))
			.update();
		return sealed(purpose).orElseThrow();
	}

	private Optional<String> sealed(String purpose) {
		return this.jdbc.sql("select sealed from sealed_key where purpose = ?")
			.param(purpose)
			.query(String.class)
			.optional();
	}

}
