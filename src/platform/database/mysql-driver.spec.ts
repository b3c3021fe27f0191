import { serverAddress } from './mysql-driver.js';

describe('the address of a server', () => {
  it.each([
    [
      'mysql://kader:rahasia@db.example:3307/kelas',
      { host: 'db.example', port: 3307, username: 'kader', password: 'rahasia', database: 'kelas' },
    ],
    [
      'mariadb://kader@db.example/kelas',
      { host: 'db.example', port: 3306, username: 'kader', password: '', database: 'kelas' },
    ],
    [
      'mysql://k%40der:p%2Fw%3A%23@10.0.0.1/kelas',
      { username: 'k@der', password: 'p/w:#', host: '10.0.0.1' },
    ],
  ])('is read from %s', (url, address) => {
    expect(serverAddress(url)).toMatchObject(address);
  });
});
