package dev.sayso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * Starts Sayso: the console, the public pages and the API in one process. Transactions
 * are opened by what changes something, not for each look into the store.
 */
@SpringBootApplication
@EnableJdbcRepositories(enableDefaultTransactions = false)
public class Sayso {

	public static void main(String[] args) {
		SpringApplication.run(Sayso.class, args);
	}

}
