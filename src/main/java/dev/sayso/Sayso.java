package dev.sayso;

import org.springdoc.core.configuration.SpringDocPageableConfiguration;
import org.springdoc.core.configuration.SpringDocSortConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * Starts Sayso: the console, the public pages and the API in one process. Transactions
 * are opened by what changes something, not for each look into the store. What is left
 * out nobody asks for, and each start would wait for it.
 */
@SpringBootApplication(exclude = { DataWebAutoConfiguration.class, SpringDocPageableConfiguration.class,
		SpringDocSortConfiguration.class, TaskSchedulingAutoConfiguration.class })
@EnableJdbcRepositories(enableDefaultTransactions = false)
public class Sayso {

	public static void main(String[] args) {
		SpringApplication.run(Sayso.class, args);
	}

}
