update jobs set lane = 'letters' where lane = 'digests';
