package dev.sayso.account;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiToken;
import dev.sayso.account.token.ApiTokens;
import dev.sayso.shared.DemoContent;
import dev.sayso.shared.SaysoProperties;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.StartupException;
import dev.sayso.store.Deployment;

/**
 * Lets the first person in: the demo has its four accounts and a token, the real thing
 * one administrator whose password is given or made.
 */
@Component
@Order(10)
class InitialAccounts implements DemoContent, ApplicationRunner {

	private static final String DEMO_PASSWORD = "sayso-demo";

	/** Less than people are asked for: deployments may be told by a short secret. */
	private static final int SHORTEST_GIVEN = 8;

	private static final String DEMO_TOKEN = "sayso-demo-token";

	private final Accounts accounts;

	private final ApiTokens tokens;

	private final PasswordEncoder passwords;

	private final Clock clock;

	private final Deployment deployment;

	private final SaysoProperties properties;

	private final Environment environment;

	InitialAccounts(Accounts accounts, ApiTokens tokens, PasswordEncoder passwords, Clock clock, Deployment deployment,
			SaysoProperties properties, Environment environment) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.passwords = passwords;
		this.clock = clock;
		this.deployment = deployment;
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public String name() {
		return "account";
	}

	@Override
	public void lay() {
		Map<String, String> names = Map.of("admin", "Ada Verhoeven", "operator", "Sofie Maes", "marketer", "Léa Dumont",
				"auditor", "Jonas Wouters");
		String encoded = this.passwords.encode(DEMO_PASSWORD);
		names.forEach((username, name) -> this.accounts.save(Account.create(username, name, encoded,
				Role.valueOf(username.toUpperCase(java.util.Locale.ROOT)), this.clock.instant())));
		this.tokens.save(ApiToken.create("Demo token", Sha256.hex(DEMO_TOKEN),
				EnumSet.complementOf(EnumSet.of(ApiScope.LIFT)), names.get("admin"), this.clock.instant()));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		String address = "http://localhost:" + this.environment.getProperty("local.server.port", "8080") + "/";
		if (this.deployment.isDemo()) {
			System.out.println("Sayso demo at " + address
					+ " – sign in as admin, operator, marketer or auditor with the password " + DEMO_PASSWORD);
			return;
		}
		if (this.accounts.count() == 0) {
			createAdministrator();
		}
		System.out.println("Sayso at " + address);
	}

	private void createAdministrator() {
		String given = this.properties.adminPassword();
		if (!given.isBlank() && given.length() < SHORTEST_GIVEN) {
			throw new StartupException(
					"The password in SAYSO_ADMIN_PASSWORD needs at least " + SHORTEST_GIVEN + " characters.");
		}
		String password = given.isBlank() ? PasswordPolicy.make() : given;
		try {
			this.accounts.save(Account.create("admin", "Administrator", this.passwords.encode(password), Role.ADMIN,
					this.clock.instant()));
		}
		catch (DuplicateKeyException ex) {
			return;
		}
		if (given.isBlank()) {
			System.out.println("Sign in as admin with the password " + password + " – it is shown this once.");
		}
	}

}
