package dev.sayso.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All who may sign in.
 */
interface Accounts extends Repository<Account, UUID> {

	Optional<Account> findById(UUID id);

	Optional<Account> findByUsername(String username);

	List<Account> findAllByOrderByName();

	long count();

	Account save(Account account);

}
